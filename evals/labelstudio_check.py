"""Ask Label Studio's own package whether it accepts our form and tasks.

pip install label-studio-sdk                      (in an environment of its own: it is half a gigabyte)
summarize eval to-label-studio seeds -o tasks.json
summarize eval to-label-studio seeds --form -o form.xml
python evals/labelstudio_check.py form.xml tasks.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Print every objection; exit status 1 when there is one."""
    from label_studio_sdk.label_interface import LabelInterface

    form, *files = (Path(name) for name in sys.argv[1:])
    interface = LabelInterface(form.read_text("utf-8"))
    interface.validate()
    objections = []
    for file in files:
        for task in json.loads(file.read_text("utf-8")):
            name = task["data"]["name"]
            for said in (*task.get("annotations", []), *task.get("predictions", [])):
                found = interface.validate_prediction(said, return_errors=True)  # annotations have the same results
                objections += [f"{name}: {line}" for line in found]
    print("\n".join(objections) or f"{len(files)} files accepted")
    return bool(objections)


if __name__ == "__main__":
    sys.exit(main())
