"""Our own look at a PDF's structure: what a screen reader goes by. The other checker is the page-validation package."""

import io
import subprocess

import page
import pikepdf

HEADINGS = [f"/H{level}" for level in range(1, 7)]


def faults(data):
    """What both checkers find wrong with a PDF's bytes, a line for each; none is the right answer."""
    report = page.validate_pdf_bytes(data, profile="ua1")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(each) for each in report.failures] + list(_document(pdf)) + list(_tree(pdf)) + list(_pages(pdf))


def _document(pdf):
    """Faults of the document as a whole."""
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "it is not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "it names no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "its title is not shown"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "it has no title"
    if "/Outlines" not in root:
        yield "it has no bookmarks"


def _tree(pdf):
    """Faults of the structure tree: headings, tables, lists, pictures, links."""
    level = 0
    for element in elements(pdf):
        name = element.S
        if name in HEADINGS:
            if HEADINGS.index(name) > level:
                yield f"a heading {name} comes after level {level}"
            level = HEADINGS.index(name) + 1
        if name == "/Table" and not any(each.S == "/TH" for each in _under(element)):
            yield "a table has no header"
        if name == "/TD" and not list(_attributes(element).get("/Headers", [])):
            yield "a cell does not say what heads it"
        if name == "/LI" and {str(each.S) for each in _children(element)} - {"/Lbl", "/LBody"}:
            yield "a list item holds more than its label and its body"
        if name == "/Figure" and not str(element.get("/Alt", "")):
            yield "a picture has no words"
        if name == "/Link" and not any(
            "/Obj" in each for each in _kids(element) if isinstance(each, pikepdf.Dictionary)
        ):
            yield "a link leads nowhere"


def _pages(pdf):
    """Faults of single pages: not in the tree, or with content that no tag and no artifact holds."""
    for number, sheet in enumerate(pdf.pages, 1):
        if "/StructParents" not in sheet or sheet.get("/Tabs") != "/S":
            yield f"page {number} is not tagged"
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(sheet):
            if str(operator) in ("BMC", "BDC"):
                depth += 1
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("Tj", "TJ", "'", '"') and depth == 0 and len(operands):
                yield f"page {number} has text without a tag"
                break


def elements(pdf):
    """Every structure element of a PDF, in reading order."""
    yield from _under(pdf.Root.StructTreeRoot)


def _under(element):
    for child in _children(element):
        yield child
        yield from _under(child)


def _children(element):
    return [each for each in _kids(element) if isinstance(each, pikepdf.Dictionary) and "/S" in each]


def _kids(element):
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _attributes(element):
    """The attributes of an element, as a dict."""
    found = element.get("/A", {})
    return {
        key: value for each in (found if isinstance(found, pikepdf.Array) else [found]) for key, value in each.items()
    }


def text_of(data):
    """The text of a PDF's bytes in reading order, as `pdftotext` gives it, on one line."""
    answer = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(answer.stdout.decode().split())


def hidden_texts(data):
    """What a PDF holds besides its pages: its information, its metadata, names of bookmarks, attached files."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [str(value) for value in pdf.docinfo.values()]
        texts += [bytes(pdf.Root.Metadata.read_bytes()).decode()] if "/Metadata" in pdf.Root else []
        with pdf.open_outline() as outline:
            texts += [item.title for item in _all(outline.root)]
        texts += list(pdf.attachments)
        texts += [repr(each.read_bytes()) for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    return "\n".join(texts)


def _all(items):
    for item in items:
        yield item
        yield from _all(item.children)
