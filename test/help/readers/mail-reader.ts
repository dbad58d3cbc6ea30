import { execFileSync } from "node:child_process";

/** A mail as a subscriber's program understands it. */
export interface ReadMail {
  /** What is against the RFCs, in any part of it; empty where all is well. */
  readonly defects: readonly string[];
  /** By their names in lower case, unfolded and decoded. */
  readonly headers: Readonly<Record<string, string>>;
  /** In UTC: "2024-07-11T04:00:00Z". */
  readonly date: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly type: string;
  /** In the order of the mail, each with its line ends as "\n". */
  readonly parts: readonly MailPart[];
}

export interface MailPart {
  readonly type: string;
  /** Of its content type: "charset", "format". */
  readonly parameters: Readonly<Record<string, string>>;
  readonly encoding: string;
  readonly text: string;
}

/** Reads a mail with Python's own `email` package, by its strict policy of today's RFCs. */
export function readMail(bytes: Buffer): ReadMail {
  const answer = python(bridge, bytes);
  return JSON.parse(answer);
}

/** How many columns each line of a text takes, by Unicode's own table of widths (UAX #11) as Python has it. */
export function columnsOf(text: string): readonly number[] {
  return JSON.parse(python(widths, Buffer.from(text)));
}

// Debian's own Python, as for feeds.
function python(program: string, input: Buffer): string {
  return execFileSync("/usr/bin/python3", ["-c", program], {
    input,
    encoding: "utf8",
    env: { PYTHONIOENCODING: "utf-8" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

const bridge = `
import datetime, email, email.policy, json, sys

mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = list(mail.iter_parts())

def defects(of):
    return [repr(each) for each in of.defects] + [
        f"{name}: {each!r}" for name, value in of.items() for each in value.defects
    ]

def part(of):
    content = of["content-type"]
    return {
        "type": content.content_type,
        "parameters": dict(content.params),
        "encoding": of["content-transfer-encoding"].cte,
        "text": of.get_payload(decode=True).decode("utf-8").replace("\\r\\n", "\\n"),
    }

sender = mail["from"].addresses[0]
moment = mail["date"].datetime.astimezone(datetime.timezone.utc)
json.dump({
    "defects": [each for of in [mail, *parts] for each in defects(of)],
    "headers": {name.lower(): str(value) for name, value in mail.items()},
    "date": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    "from": {"name": sender.display_name, "address": sender.addr_spec},
    "type": mail.get_content_type(),
    "parts": [part(each) for each in parts],
}, sys.stdout)
`;

const widths = `
import json, sys, unicodedata

def width(character):
    if unicodedata.category(character) in ("Mn", "Me", "Cf"): return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1

lines = sys.stdin.buffer.read().decode("utf-8").split("\\n")
json.dump([sum(map(width, line)) for line in lines], sys.stdout)
`;
