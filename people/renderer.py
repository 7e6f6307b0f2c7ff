"""How our forms are drawn: Django's own forms with the templates in templates/forms/. The admin is not touched."""

from django.forms.renderers import DjangoTemplates, TemplatesSetting

BUILT_IN = DjangoTemplates()


class Renderer(TemplatesSetting):
    """Draws a form and each of its fields in GOV.UK markup; the controls themselves are Django's."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    formset_template_name = "forms/formset.html"

    def get_template(self, template_name):
        """Ours from templates/, Django's from Django, so that neither hides the other."""
        if template_name.startswith("django/forms/"):
            return BUILT_IN.get_template(template_name)
        return super().get_template(template_name)
