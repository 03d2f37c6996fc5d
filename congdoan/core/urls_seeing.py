"""What machines ask: a load balancer whether it may send people here, Prometheus for figures."""

from django.urls import path

from congdoan.core.views import probes

app_name = "seeing"
urlpatterns = [
    path("healthz", probes.healthz, name="health"),
    path("metrics", probes.metrics, name="metrics"),
]
