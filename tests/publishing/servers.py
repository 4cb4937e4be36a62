"""The servers that `serving/` has settings for, each on a port of its own on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from builders import PROJECT

SERVING = PROJECT / "serving"
PATIENCE = 60
NGINX = """
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
user {user};
daemon off;
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {http}
    server {{
        listen 127.0.0.1:{port};
        {server}
        include {serving}/nginx/lape-headers.conf;
    }}
}}
"""
CADDY = """
{{
	admin off
	auto_https off
}}
import {serving}/caddy/headers.caddy
import {serving}/caddy/site.caddy
http://127.0.0.1:{port} {{
	root * {root}
	import lape_site
}}
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def nginx(root: Path, folder: Path) -> Iterator[str]:
    """Serve the folder `root` as `serving/nginx/lape.conf` does; the address."""
    http = f"include {SERVING}/nginx/lape-cache.conf;"
    server = f"root {root}; include {SERVING}/nginx/lape-site.conf;"
    with _nginx(folder, http, server) as address:
        yield address


@contextmanager
def nginx_before(store: str, folder: Path) -> Iterator[str]:
    """Stand before an object store as `serving/nginx/lape-store.conf` does; the address."""
    settings = (SERVING / "nginx/lape-store.conf").read_text("utf-8").partition("\nserver {")[0]
    http = settings.replace("/var/cache/nginx/lape", f"{folder}/cache")
    http += f"\ninclude {SERVING}/nginx/lape-cache.conf;"
    server = f'set $lape_store "{store}"; include {SERVING}/nginx/lape-store-site.conf;'
    with _nginx(folder, http, server) as address:
        yield address


@contextmanager
def _nginx(folder: Path, http: str, server: str) -> Iterator[str]:
    folder.mkdir(parents=True)
    port, user = free_port(), "root" if os.getuid() == 0 else "nobody"
    settings = folder / "nginx.conf"
    values = {"folder": folder, "port": port, "user": user, "serving": SERVING}
    settings.write_text(NGINX.format(http=http, server=server, **values), "utf-8")
    with running(["nginx", "-c", settings, "-p", folder], folder, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def caddy(root: Path, folder: Path) -> Iterator[str]:
    """Serve the folder `root` as `serving/caddy/Caddyfile` does; the address."""
    folder.mkdir(parents=True)
    port = free_port()
    settings = folder / "Caddyfile"
    settings.write_text(CADDY.format(port=port, root=root, serving=SERVING), "utf-8")
    command = ["caddy", "run", "--config", settings, "--adapter", "caddyfile"]
    own = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    with running(command, folder, f"http://127.0.0.1:{port}/", own):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def seaweed(folder: Path) -> Iterator[str]:
    """An object store that anybody on this machine may write to; its address."""
    folder.mkdir(parents=True)
    ports = [free_port() for _ in range(8)]
    named = ("master", "volume", "filer", "s3")
    options = [f"-{name}.port={port}" for name, port in zip(named, ports, strict=False)]
    grpc = [f"-{name}.port.grpc={port}" for name, port in zip(named, ports[4:], strict=True)]
    here = ("-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false")
    options += ["-s3.port.iceberg=0", "-s3.port.lance=0", "-master.volumeSizeLimitMB=64"]
    command = [tool("weed"), "server", f"-dir={folder}", "-s3", *here, *options, *grpc]
    with running(command, folder, f"http://127.0.0.1:{ports[3]}/"):
        yield f"http://127.0.0.1:{ports[3]}"


@contextmanager
def running(
    command: Sequence[str | Path],
    folder: Path,
    address: str,
    settings: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """The program, from its first answer at the address until it is no longer needed."""
    with (folder / "said").open("wb") as said:
        program = subprocess.Popen(
            command, stdout=said, stderr=said, env=os.environ | (settings or {})
        )
    try:
        _wait(address, program, folder / "said")
        yield
    finally:
        program.terminate()
        program.wait(PATIENCE)


def tool(name: str) -> Path:
    """A program of this environment."""
    return Path(sys.executable).with_name(name)


def missing(*programs: str) -> list[str]:
    """Those of the programs that are neither on this machine nor in this environment."""
    return [name for name in programs if not (shutil.which(name) or tool(name).is_file())]


def _wait(address: str, program: subprocess.Popen[bytes], said: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and program.poll() is None:
        try:
            urlopen(address, timeout=1).close()
        except URLError as error:
            if getattr(error, "code", None):
                return
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{program.args}: {said.read_text('utf-8', errors='replace')[-2000:]}")
