"""Runs the AWS CLI for many callers: it is loaded once, and each command is a fork of that process.

A caller (client.py) sends its arguments, environment and folder with its three standard streams, and gets the exit code.
"""

import json
import os
import signal
import socket
import sys
import threading
import traceback

import awscli.clidriver
import botocore.parsers  # noqa: F401  (loaded here, so that no fork has to)
import botocore.session  # noqa: F401


def serve(connection):
    message, streams, _, _ = socket.recv_fds(connection, 1 << 22, 3)
    while not message.endswith(b"\0"):
        message += connection.recv(1 << 22)
    call = json.loads(message[:-1])
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for stream, number in zip(streams, range(3)):
            os.dup2(stream, number)
        # Importing awscli has put the folder of its own data in here.
        data = os.environ["AWS_DATA_PATH"]
        os.environ.clear()
        os.environ.update(call["environment"])
        os.environ.setdefault("AWS_DATA_PATH", data)
        os.chdir(call["folder"])
        sys.argv = ["aws"] + call["arguments"]
        code = 255
        try:
            code = awscli.clidriver.main()
        except SystemExit as e:
            code = e.code if isinstance(e.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)
    for stream in streams:
        os.close(stream)
    return child


def main():
    folder = sys.argv[1]
    address = os.path.join(folder, "socket")
    server = socket.socket(socket.AF_UNIX)
    server.bind(address)
    server.listen(64)
    # Last, and whole at once: it shows that commands are taken now.
    with open(os.path.join(folder, "aws.new"), "w") as program:
        program.write(f"#!/bin/sh\nexec '{sys.executable}' -E -S '{folder}/client.py' '{address}' \"$@\"\n")
        os.fchmod(program.fileno(), 0o755)
    os.mkdir(os.path.join(folder, "bin"))
    os.rename(os.path.join(folder, "aws.new"), os.path.join(folder, "bin", "aws"))
    # The tests' process holds the other end of standard input: it ends with them.
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    while True:
        connection, _ = server.accept()
        child = serve(connection)

        def answer(connection=connection, child=child):
            _, status = os.waitpid(child, 0)
            connection.sendall(bytes([os.waitstatus_to_exitcode(status) & 255]))
            connection.close()

        threading.Thread(target=answer, daemon=True).start()


main()
