import { execFileSync } from "node:child_process";

/** A mail as a mail client parses it. */
export interface ParsedMail {
  /** Violations of the RFCs in any part; empty if there are none. */
  readonly defects: readonly string[];
  /** Header values by name in lower case, unfolded and decoded. */
  readonly headers: Readonly<Record<string, string>>;
  /** In UTC: "2024-07-11T04:00:00Z". */
  readonly date: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly type: string;
  /** Whatever has no parts itself, in the order of the mail. Line ends are "\n". */
  readonly parts: readonly MailPart[];
}

export interface MailPart {
  readonly type: string;
  /** Parameters of its content type: "charset", "format". */
  readonly parameters: Readonly<Record<string, string>>;
  readonly encoding: string;
  /** Of a picture: its bytes in base64. */
  readonly text: string;
  /** Its Content-ID without angle brackets, and the type of the part that contains it; for pictures alone. */
  readonly id?: string;
  readonly within?: string;
}

/** Reads a mail with Python's `email` package and its default policy, which checks the current RFCs. */
export function readMail(bytes: Buffer): ParsedMail {
  const output = runPython(mailScript, bytes);
  return JSON.parse(output);
}

/** The width of each line in columns, by the Unicode width table (UAX #11) that Python includes. */
export function measureColumns(text: string): readonly number[] {
  return JSON.parse(runPython(widthScript, Buffer.from(text)));
}

// Debian's Python, as in feed-reader.ts.
function runPython(program: string, input: Buffer): string {
  return execFileSync("/usr/bin/python3", ["-c", program], {
    input,
    encoding: "utf8",
    env: { PYTHONIOENCODING: "utf-8" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

const mailScript = `
import base64, datetime, email, email.policy, json, sys

mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = [(of, over) for over in mail.walk() if over.is_multipart() for of in over.iter_parts() if not of.is_multipart()]

def defects(of):
    return [repr(each) for each in of.defects] + [
        f"{name}: {each!r}" for name, value in of.items() for each in value.defects
    ]

def part(of, over):
    content = of["content-type"]
    if content.maintype == "image":
        return {
            "type": content.content_type,
            "parameters": dict(content.params),
            "encoding": of["content-transfer-encoding"].cte,
            "text": base64.b64encode(of.get_payload(decode=True)).decode(),
            "id": of["content-id"].strip("<>"),
            "within": over.get_content_type(),
        }
    return {
        "type": content.content_type,
        "parameters": dict(content.params),
        "encoding": of["content-transfer-encoding"].cte,
        "text": of.get_payload(decode=True).decode("utf-8").replace("\\r\\n", "\\n"),
    }

sender = mail["from"].addresses[0]
moment = mail["date"].datetime.astimezone(datetime.timezone.utc)
json.dump({
    "defects": [each for of in [mail, *(of for of, over in parts)] for each in defects(of)],
    "headers": {name.lower(): str(value) for name, value in mail.items()},
    "date": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "from": {"name": sender.display_name, "address": sender.addr_spec},
    "type": mail.get_content_type(),
    "parts": [part(of, over) for of, over in parts],
}, sys.stdout)
`;

const widthScript = `
import json, sys, unicodedata

def width(character):
    if unicodedata.category(character) in ("Mn", "Me", "Cf"): return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1

lines = sys.stdin.buffer.read().decode("utf-8").split("\\n")
json.dump([sum(map(width, line)) for line in lines], sys.stdout)
`;
