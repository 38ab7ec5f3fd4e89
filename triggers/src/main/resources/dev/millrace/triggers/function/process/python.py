"""Feeds a Python function: asks Lambda's runtime API for an invocation, calls the handler, posts what
became of it, and asks again. Ends when the server is gone."""

import http.client
import importlib
import json
import os
import sys
import time
import traceback

API = os.environ["AWS_LAMBDA_RUNTIME_API"]
PREFIX = "/2018-06-01/runtime/"


class Context:
    """What a handler can ask about its invocation."""

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        client = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = json.loads(client) if client else None
        self.identity = None
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))


class Api:
    """The runtime API, over one connection that is opened again when it was closed."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(API)

    def call(self, method, route, body=None, headers=None):
        for attempt in (1, 2):
            try:
                self.connection.request(method, PREFIX + route, body, headers or {})
                response = self.connection.getresponse()
                return response.status, response.headers, response.read()
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.connection.close()
                if attempt == 2:
                    raise

    def tell(self, route, error):
        told = {
            "errorMessage": str(error),
            "errorType": type(error).__name__,
            "requestId": "",
            "stackTrace": traceback.format_tb(error.__traceback__),
        }
        print("[ERROR] %s: %s" % (told["errorType"], told["errorMessage"]), flush=True)
        self.call("POST", route, json.dumps(told), {"Lambda-Runtime-Function-Error-Type": told["errorType"]})


def load(handler):
    module, _, name = handler.rpartition(".")
    if not module:
        raise ValueError("Bad handler '%s': not enough values to unpack" % handler)
    return getattr(importlib.import_module(module.replace("/", ".")), name)


def main():
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    sys.stdout.reconfigure(line_buffering=True)
    api = Api()
    try:
        handler = load(os.environ["_HANDLER"])
    except BaseException as error:  # whatever the code's own beginning throws is told
        api.tell("init/error", error)
        sys.exit(1)
    while True:
        status, headers, body = api.call("GET", "invocation/next")
        if status != 200:
            sys.exit(0)
        request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        os.environ["_X_AMZN_TRACE_ID"] = headers["Lambda-Runtime-Trace-Id"]
        try:
            answer = json.dumps(handler(json.loads(body), Context(headers)))
        except Exception as error:
            api.tell("invocation/%s/error" % request_id, error)
        else:
            api.call("POST", "invocation/%s/response" % request_id, answer.encode())


try:
    main()
except OSError:
    # Without the server there is nothing left to do.
    sys.exit(1)
