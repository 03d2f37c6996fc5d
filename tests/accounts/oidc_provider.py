"""A small OpenID Connect provider: one person, who always agrees. Speaks the code flow with PKCE."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT, SECRET = "cong-doan-so", "bi-mat-cua-ung-dung-nay-dai-32-ky-tu"


class Provider(BaseHTTPRequestHandler):
    """`person` holds the claims of whoever is signed in there; `codes` what was handed out: code → PKCE challenge."""

    person: ClassVar[dict[str, Any]] = {}
    codes: ClassVar[dict[str, str]] = {}
    tokens: ClassVar[set[str]] = set()

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == "/.well-known/openid-configuration":
            self.answer(self.configuration())
        elif address.path == "/authorize":
            self.authorize({name: values[0] for name, values in parse_qs(address.query).items()})
        elif address.path == "/userinfo":
            known = self.headers["Authorization"].removeprefix("Bearer ") in self.tokens
            self.answer(self.person if known else {}, 200 if known else 401)
        else:
            self.answer({}, 404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: values[0] for name, values in parse_qs(body).items()}
        challenge = self.codes.pop(asked.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(asked.get("code_verifier", "").encode()).digest())
        if challenge != proof.decode().rstrip("=") or asked.get("client_secret") != SECRET:
            self.answer({"error": "invalid_grant"}, 400)
            return
        token = secrets.token_urlsafe()
        self.tokens.add(token)
        self.answer({"access_token": token, "token_type": "Bearer", "id_token": self.id_token()})

    def configuration(self) -> dict[str, Any]:
        paths = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        ends = {f"{name}_endpoint": f"{self.issuer}/{path}" for name, path in paths.items()}
        methods = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
        return {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys", **ends, **methods}

    def authorize(self, asked: dict[str, str]) -> None:
        assert (asked["client_id"], asked["code_challenge_method"]) == (CLIENT, "S256")
        code = secrets.token_urlsafe()
        self.codes[code] = asked["code_challenge"]
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")
        self.end_headers()

    def id_token(self) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": self.person["sub"], "iat": now, "exp": now + 60}
        return jwt.encode(claims, SECRET, algorithm="HS256")

    def answer(self, content: dict[str, Any], status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def running_provider() -> Iterator[str]:
    """The issuer's address, while it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
