import json
import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(sys.argv[1])
call = {"arguments": sys.argv[2:], "environment": dict(os.environ), "folder": os.getcwd()}
message = json.dumps(call).encode() + b"\0"
sent = socket.send_fds(connection, [message], [0, 1, 2])
connection.sendall(message[sent:])
answer = connection.recv(1)
sys.exit(answer[0] if answer else 255)
