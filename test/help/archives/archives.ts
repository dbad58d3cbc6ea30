import sharp from "sharp";
import type { FileContents } from "../sites/folders.ts";

/** A picture of one colour. */
export function makePicture(red: number): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 80, b: 120 } } })
    .png()
    .toBuffer();
}

/** A small archive of each kind, whose words word1, word2 … each stand in a place of their own. */
export interface SampleArchive {
  readonly from: string;
  readonly files: FileContents;
}

/** Makes the archives. */
export async function makeSampleArchives(): Promise<readonly SampleArchive[]> {
  const map = await makePicture(10);
  return [
    { from: "jekyll", files: { ...jekyllTexts, "assets/map.png": map } },
    { from: "hugo", files: { ...hugoTexts, "content/news/bundle/map.png": map } },
    {
      from: "pelican",
      files: { ...pelicanTexts, "content/images/map.png": map, "content/files/Plan A.csv": "a,b\n1,2\n" },
    },
    { from: "zola", files: { ...zolaTexts, "content/blog/port/map.png": map } },
    { from: "wordpress-export", files: { ...wordpressTexts, "wp-content/uploads/2020/05/map.png": map } },
  ];
}

const jekyllTexts: FileContents = {
  "_config.yml": `title: The Harbour
description: News of the harbour
url: https://harbour.example
baseurl: ""
timezone: Europe/Kyiv
permalink: /:categories/:year/:month/:title.html
`,
  "_posts/2020-05-01-first-day.md": `---
title: "The first day: word1"
categories: [Port News]
tags: [ships, Ships, "C++"]
author: Ann Example
redirect_from: /old/first/
layout: post
mood: word2
---
Word3 opens the harbour, and [the second day]({% post_url 2020-05-02-second-day %}) follows.
{: .lead }

![word4]({{ site.baseurl }}/assets/map.png){:width="300"}

{% include youtube.html id="abcdefghijk" title="word5" %}

{% highlight python %}
print("word6 {{ not a tag }}")
{% endhighlight %}

<div class="box" markdown="1">
**word7** in a box

| a | word8 |
|---|---|
| <b>word9</b> | ==word10== |
</div>

A note.[^1] <!-- word11 --> H<sub>2</sub>O, x<sup>word12</sup>.

[^1]: The note says word13.

{% unknown_box %}word14{% endunknown_box %} and {% unknown_tag word15 %}

Term
: word16

<dl><dt>word17</dt><dd>word18</dd></dl>
`,
  "_posts/2020-05-02-second-day.md": `---
title: Second day
date: 2020-05-02 23:30:00 -0500
---
<p>word20 <a href="/port%20news/2020/05/first-day.html#some-place">back</a> and <a href="//other.example/x">away</a></p>
<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>
<script src="https://gist.github.com/ann/123.js"></script>
<script>track()</script>
<ul><li>word21<ul><li>word22</li></ul></li></ul>
<img src="/assets/lost.png" alt="word23">
`,
  "_drafts/soon.md": "---\ntitle: Soon\ndate: 2021-01-01\n---\nword24 is not finished.\n",
  "about.md": "---\ntitle: About us\npermalink: /about/\n---\nword25 are we.\n",
  "index.html": "---\nlayout: default\n---\n{% for post in site.posts %}{% endfor %}\n",
};

const hugoTexts: FileContents = {
  "hugo.toml": `baseURL = "https://news.example/paper/"
title = "The Paper"
defaultContentLanguage = "en"
timeZone = "Europe/Riga"
[permalinks]
news = "/:year/:slug/"
`,
  "content/news/bundle/index.md": `+++
title = "A bundle"
date = 2021-03-04T05:06:07+02:00
tags = ["harbour"]
categories = ["News"]
slug = "the-bundle"
aliases = ["/old-bundle/", "/x/Старе/"]
description = "word1 is the summary."
draft = false
[cover]
image = "map.png"
+++
Word2, and {{< youtube abcdefghijk >}} stands here.

{{< figure src="map.png" alt="word3" caption="word4 is a caption" >}}

{{% notice %}}
word5 **word6**
{{% /notice %}}

See [plain]({{< relref "plain.md" >}}) and [its part]({{< ref "plain.md#Our-Plan" >}}).

{{< highlight go >}}
fmt.Println("word7")
{{< /highlight >}}

{{< strange word8 >}}
`,
  "content/news/plain.md":
    "---\ntitle: Plain\ndate: 2021-03-05\ntags: harbour\n---\n## Our Plan\n\nword9 [up](../the-bundle/) ![word10](/img/none.gif)\n",
  "content/news/plain.uk.md": "---\ntitle: Звичайна\ndate: 2021-03-05\ntags: [гавань]\n---\nСлово word11.\n",
  "content/news/latin.md": Buffer.from("---\ntitle: Caf\xe9 word12\ndate: 2021-03-06\n---\nOl\xe9 word13\n", "latin1"),
  "content/about.md": "---\ntitle: About\n---\nword14\n",
  "content/_index.md": "---\ntitle: Home\n---\n",
};

const pelicanTexts: FileContents = {
  "pelicanconf.py": `SITENAME = u'The Weekly'
SITEURL = 'https://weekly.example'
TIMEZONE = 'America/New_York'
ARTICLE_URL = 'blog/{date:%Y}/{date:%m}/{slug}.html'
DEFAULT_LANG = 'en'
`,
  "content/issue-1.md": `Title: Issue 1 of word1
Date: 2019-09-16 10:20
Category: Issues
Tags: one, two words
Slug: issue-1
Summary: word2 in short.

# word3

See [the map]({static}/images/map.png), [the plan]({static}/files/Plan%20A.csv), [issue 2]({filename}issue-2.rst) and ![word4]({static}/images/map.png).

* <span class="x">word5</span> ~word6~ {{ word7 }}
* $word8_1$ and H~2~O
`,
  "content/issue-2.rst": `Issue two
=========

:date: 2019-09-23
:tags: one
:category: Issues
:slug: issue-2

Word10 is *light* and **word11**, with \`a link <https://example.org/x_y>\`_ and Python_.

.. _Python: https://www.python.org/

Part word12
-----------

- word13
- word14

  more word15

Code follows::

    print("word16")

.. image:: /images/map.png
   :alt: word17

.. note:: word18 is noted.

.. unknown:: word19

   word20

A note [1]_ here.

.. [1] word21 is the note.

====== ======
word22 b
====== ======
word23 d
====== ======
`,
  "content/pages/about.md": "Title: About\n\nword24\n",
};

const zolaTexts: FileContents = {
  "config.toml": 'base_url = "https://zola.example"\ntitle = "Zola Times"\n',
  "content/_index.md": '+++\ntitle = "x"\n+++\n',
  "content/blog/2022-02-03-first.md": `+++
title = "First word1"
aliases = ["first.html"]
[taxonomies]
tags = ["rust"]
[extra]
mood = "word2"
+++
word3 links [the port](@/blog/port/index.md#Deep-Water) and {{ youtube(id="abcdefghijk") }}.

{% quote(author="word4") %}
word5
{% end %}

<details><summary>word6</summary>

word7

</details>

\`{{ code() }}\` and {{ odd(a="word8") }}
`,
  "content/blog/port/index.md": `+++
title = "Port"
date = 2022-02-04
updated = 2022-02-05T10:00:00Z
draft = false
+++
## Deep Water

word9 ![](map.png "word10")

1. word11
2. word12
`,
};

const wordpressTexts: FileContents = {
  "export.xml": `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Old Blog</title><link>https://old.example/blog</link><description>word1</description><language>uk</language>
<wp:base_blog_url>https://old.example/blog</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_email>ann@old.example</wp:author_email><wp:author_display_name><![CDATA[Ann Example]]></wp:author_display_name></wp:author>
<item>
<title>Перша &amp; друга</title><link>https://old.example/blog/2020/05/persha/</link><dc:creator>ann</dc:creator>
<guid isPermaLink="false">https://old.example/?p=35</guid>
<content:encoded><![CDATA[word2 one line
word3 next line

[caption id="a" align="left"]<a href="https://old.example/blog/wp-content/uploads/2020/05/map.png"><img src="https://old.example/blog/wp-content/uploads/2020/05/map-300x200.png" alt="word4" /></a> word5[/caption]

https://www.youtube.com/watch?v=abcdefghijk

[gallery ids="1,2"]

<a href="https://old.example/blog/about/">word6</a> [not a shortcode] <em>word7</em>]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>35</wp:post_id><wp:post_date>2020-05-01 10:00:00</wp:post_date><wp:post_date_gmt>2020-05-01 07:00:00</wp:post_date_gmt>
<wp:post_name>persha</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<category domain="category" nicename="novyny"><![CDATA[Новини]]></category><category domain="post_tag" nicename="port"><![CDATA[порт]]></category><category domain="category" nicename="sea"><![CDATA[Sea]]></category><category domain="post_tag" nicename="sea-2"><![CDATA[Sea]]></category>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author_email>reader@mail.example</wp:comment_author_email></wp:comment>
</item>
<item>
<title>Hidden</title><link>https://old.example/blog/?p=36</link><dc:creator>ann</dc:creator><guid>https://old.example/?p=36</guid>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>word8</p><!-- /wp:paragraph -->]]></content:encoded>
<wp:post_id>36</wp:post_id><wp:post_date>2020-05-02 10:00:00</wp:post_date><wp:post_name></wp:post_name><wp:status>private</wp:status><wp:post_type>post</wp:post_type>
</item>
<item>
<title>About</title><link>https://old.example/blog/about/</link>
<content:encoded><![CDATA[word9]]></content:encoded>
<wp:post_id>37</wp:post_id><wp:post_date>2020-05-02 10:00:00</wp:post_date><wp:post_name>about</wp:post_name><wp:status>publish</wp:status><wp:post_type>page</wp:post_type>
</item>
<item><title>map</title><wp:post_id>38</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://old.example/blog/wp-content/uploads/2020/05/map.png</wp:attachment_url></item>
</channel></rss>
`,
};
