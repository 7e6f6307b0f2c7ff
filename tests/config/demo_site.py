"""The addresses of the site as the demonstration has them."""

from config import demo_urls, urls

urlpatterns = [*urls.urlpatterns, *demo_urls.urlpatterns]
