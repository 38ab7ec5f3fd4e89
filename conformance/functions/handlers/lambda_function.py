"""A function in Python."""

import os


def handler(event, context):
    if event.get("fail"):
        raise KeyError("on purpose")
    print("seen by", context.function_name)
    return {"name": context.function_name, "region": os.environ["AWS_REGION"], "event": event}
