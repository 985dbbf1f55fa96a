import type { ReactElement, ReactNode } from 'react';
import { fonts, mark, stylesheet } from './assets.ts';

export interface PublicDocumentProps {
  /** BCP 47, of the text. */
  lang: string;
  title: string;
  /** One or two sentences for search results. */
  description: string;
  /** The address under which this page wants to be known, absolute. */
  canonical: string;
  siteName: string;
  /** Name of the person whose page it is. */
  author?: string;
  /** Absolute address of a picture for shared links. */
  image?: string;
  kind?: 'article' | 'website';
  publishedAt?: Date;
  modifiedAt?: Date;
  /** Pages behind a token are nobody's search result. */
  noIndex?: boolean;
  /** schema.org description of the page. */
  jsonLd?: Record<string, unknown>;
  /** Follows the system when absent. */
  theme?: 'light' | 'dark';
  /** Addresses of scripts from our own origin, loaded after the text. */
  scripts?: string[];
  /** Further addresses of stylesheets from our own origin. */
  styles?: string[];
  /** Alternative forms of the page, such as its PDF. */
  alternates?: { type: string; href: string; title?: string }[];
  bodyClass?: string;
  children: ReactNode;
}

/** The shell of every public page: works without script, says who it is, takes nothing from elsewhere. */
export function PublicDocument(props: PublicDocumentProps): ReactElement {
  const { lang, title, description, canonical, siteName, theme, bodyClass, children } = props;
  return (
    <html lang={lang} {...(theme && { 'data-theme': theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <link rel="canonical" href={canonical} />
        {props.noIndex && <meta name="robots" content="noindex, nofollow" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf8" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141210" />
        <link rel="preload" as="font" type="font/woff2" href={fonts.serif.url} crossOrigin="anonymous" />
        <link rel="preload" as="font" type="font/woff2" href={fonts.sans.url} crossOrigin="anonymous" />
        <link rel="stylesheet" href={stylesheet.url} />
        {props.styles?.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" type="image/svg+xml" href={mark.url} />
        <SharedLink {...props} />
        {props.author && <meta name="author" content={props.author} />}
        {props.alternates?.map((alternate) => (
          <link key={alternate.href} rel="alternate" {...alternate} />
        ))}
        {props.jsonLd && <JsonLd value={props.jsonLd} />}
        {props.scripts?.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body className={bodyClass} data-site={siteName}>
        <a className="skip" href="#content">
          Go to the text
        </a>
        {children}
      </body>
    </html>
  );
}

function SharedLink(props: PublicDocumentProps): ReactElement {
  const {
    lang,
    title,
    description,
    canonical,
    siteName,
    image,
    kind = 'article',
    author,
    publishedAt,
    modifiedAt,
  } = props;
  return (
    <>
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content={lang.replace('-', '_')} />
      {image && <meta property="og:image" content={image} />}
      {kind === 'article' && author && <meta property="article:author" content={author} />}
      {publishedAt && <meta property="article:published_time" content={publishedAt.toISOString()} />}
      {modifiedAt && <meta property="article:modified_time" content={modifiedAt.toISOString()} />}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
    </>
  );
}

/** Data for search engines. It is no program, and no text in it can end the element. */
function JsonLd({ value }: { value: Record<string, unknown> }): ReactElement {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...value })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped, in an element that is not run
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
