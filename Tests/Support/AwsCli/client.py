"""Stands for `aws` on the PATH of a test, and has the server run the AWS CLI."""
import json
import os
import socket
import sys

connection = socket.socket(socket.AF_UNIX)
connection.connect(os.environ['AWS_CLI_SERVER'])
request = {'arguments': sys.argv[1:], 'folder': os.getcwd(), 'environment': dict(os.environ)}
message = json.dumps(request).encode() + b'\n'
sent = socket.send_fds(connection, [message], [0, 1, 2])
connection.sendall(message[sent:])
code = connection.recv(1)
sys.exit(code[0] if code else 255)
