import type { VNode } from "preact";
import type { AuthorView, Frame, PageOf } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { formatSrcset, listVariants } from "../../src/values/variants.ts";
import { getWords } from "../../src/words/words.ts";
import { Document } from "../frame/document.tsx";
import { Heading } from "../page/heading.tsx";
import { ListedDays } from "../stories/listing.tsx";

/** All stories by one author, and who that is. */
export function Author({ frame, shows }: PageOf<"author">): VNode {
  const { title, profile } = shows;
  return (
    <Document frame={frame}>
      <Heading kind={getWords(frame.language).authors} title={title} standfirst={profile?.role} />
      {profile && <Profile frame={frame} author={shows} profile={profile} />}
      <ListedDays frame={frame} view={shows} />
    </Document>
  );
}

type ProfileView = NonNullable<AuthorView["profile"]>;

interface PortraitProps {
  readonly frame: Frame;
  readonly picture: NonNullable<ProfileView["picture"]>;
  readonly name: string;
}

function Portrait({ frame, picture, name }: PortraitProps): VNode {
  const { stem, width, height } = picture;
  const variants = listVariants(stem, width, height);
  const toUrl = (file: typeof stem) => toRelativeUrl(frame.linkBase, file);
  const smallest = variants.find(({ format }) => format === "jpg");
  return (
    <picture>
      {(["avif", "webp"] as const).map((format) => (
        <source type={`image/${format}`} srcset={formatSrcset(variants, format, toUrl)} sizes="8rem" />
      ))}
      <img
        class="portrait"
        src={smallest && toUrl(smallest.address)}
        srcset={formatSrcset(variants, "jpg", toUrl)}
        sizes="8rem"
        width={width}
        height={height}
        alt={name}
        decoding="async"
      />
    </picture>
  );
}

interface ProfileProps {
  readonly frame: Frame;
  readonly author: AuthorView;
  readonly profile: ProfileView;
}

function Profile({ frame, author, profile }: ProfileProps): VNode | null {
  const { picture, links, fediverse } = profile;
  const { title, description } = author;
  if (!picture && !description && !fediverse && links.length === 0) return null;
  return (
    <div class="spread profile">
      {picture && <Portrait frame={frame} picture={picture} name={title} />}
      <div class="column">
        {description && <p>{description}</p>}
        <ul class="links">
          {fediverse && <li>{fediverse}</li>}
          {links.map(({ url, text }) => (
            <li>
              <a rel="me" href={url}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
