import { DateTime } from "luxon";
import * as assert from "uvu/assert";
import { formatTime, type Instant, parseInstant, toDay } from "../../src/values/instant.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("a moment that an author writes", (it) => {
  const moments = [
    ["2024-07-11T06:00:00+03:00", "2024-07-11T03:00:00Z"],
    ["2024-07-11 06:00+03:00", "2024-07-11T03:00:00Z"],
    ["2024-07-11T23:30:15.250-05:30", "2024-07-12T05:00:15Z"],
    ["2024-01-01T00:10:00+14:00", "2023-12-31T10:10:00Z"],
    ["2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"],
    ["2023-02-29T12:00:00Z", undefined],
    ["2024-07-11T24:00:00Z", undefined],
    ["2024-07-11T12:60:00Z", undefined],
    ["2024-07-11T12:00:00", undefined],
    ["2024-07-11", undefined],
    ["yesterday", undefined],
    // In UTC, the last hours of 9999 in New York are in 10000, which as text is before all other moments.
    ["9999-12-31T23:00:00-05:00", undefined],
    ["9998-12-31T23:00:00-05:00", "9999-01-01T04:00:00Z"],
    ["1000-01-01T00:00:00+14:00", "0999-12-31T10:00:00Z"],
    ["0999-12-31T00:00:00Z", undefined],
  ] as const;

  for (const [written, meant] of moments) {
    it(`"${written}" is ${meant ?? "none"}`, () => assert.is(parseInstant(written), meant));
  }
});

behaviour("the clock of a zone", (it) => {
  it("shows the same day and time as Luxon does, around changes of the clocks too", () => {
    const zones = ["Europe/Riga", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
    for (const zone of zones) {
      for (let i = 0; i < 600; i++) {
        // Steps of 14 hours and 37 minutes meet every hour and most minutes within a year.
        const moment = DateTime.utc(2024, 1, 1).plus({ minutes: i * 877 });
        const instant = known(moment.toISO());
        const there = moment.setZone(zone);

        assert.is(toDay(instant, zone), there.toFormat("yyyy-MM-dd"));
        assert.is(formatTime(instant, zone, "en"), there.toFormat("HH:mm"));
      }
    }
  });

  it("is right to the minute where summer time begins and ends", () => {
    const shown = (text: string) => formatTime(known(text), "Europe/Riga", "ru");

    assert.is(shown("2024-03-31T00:59:00Z"), "02:59");
    assert.is(shown("2024-03-31T01:00:00Z"), "04:00");
    assert.is(shown("2024-10-27T00:59:00Z"), "03:59");
    assert.is(shown("2024-10-27T01:00:00Z"), "03:00");
  });
});

function known(text: string | null): Instant {
  const instant = parseInstant(text ?? "");
  if (instant === undefined) throw new Error(`Expected ${text} to be a moment.`);
  return instant;
}
