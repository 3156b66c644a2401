"""Logging staff in and out."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy


class StaffForm(AuthenticationForm):
    """Name and password. Every refusal reads the same: nobody learns which names exist or whose they are."""

    error_messages = {
        "invalid_login": gettext_lazy("This name and password do not go together. Check both and try again.")
    }

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Refuse everybody who is not active staff."""
        if not (user.is_active and getattr(user, "is_staff", False)):
            raise self.get_invalid_login_error()


class StaffLogin(LoginView):
    """The login page, and where its form goes."""

    form_class = StaffForm
    http_method_names = ["get", "head", "post"]
    template_name = "staff/login.html"


class StaffLogout(LogoutView):
    """Ends the session. Only by POST, so that no link or picture of another site can."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Log out, and let the browser forget the pages it was shown."""
        response = super().post(request, *args, **kwargs)
        response.headers["Clear-Site-Data"] = '"cache"'
        return response
