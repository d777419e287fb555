"""The AWS CLI, loaded once and forked for each call: most of what a call takes is Python reading the program.

Listens on the socket that its argument names, and ends with its standard input. A client (client.py) sends its arguments,
folder and environment, and its three standard streams; a child of this process then runs the CLI as if it had been started by the client.
"""
import json
import os
import signal
import socket
import sys
import threading
import traceback

import awscli.clidriver

LIMIT = 1 << 20

# Where the CLI says, when it is loaded, that its own data lie.
DATA = os.environ['AWS_DATA_PATH']


def serve(connection):
    message, streams, _, _ = socket.recv_fds(connection, LIMIT, 3)
    while not message.endswith(b'\n'):
        message += connection.recv(LIMIT)
    request = json.loads(message)
    for target, stream in enumerate(streams):
        os.dup2(stream, target)
    os.environ.clear()
    os.environ.update(request['environment'], AWS_DATA_PATH=DATA)
    os.chdir(request['folder'])
    sys.argv = ['aws', *request['arguments']]
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 255
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    connection.send(bytes([(code or 0) & 255]))


def end_with_input():
    while os.read(0, 1):
        pass
    os._exit(0)


signal.signal(signal.SIGCHLD, signal.SIG_IGN)
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen(64)
print(sys.executable, flush=True)
# The thread has begun to wait before anything is forked, and holds nothing that a child could miss.
threading.Thread(target=end_with_input, daemon=True).start()

while True:
    connection, _ = listener.accept()
    if os.fork() == 0:
        listener.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        serve(connection)
        os._exit(0)
    connection.close()
