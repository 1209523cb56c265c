import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies, headers } from "next/headers";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { common } from "@/content/common";
import { DataProviders } from "@/features/data/providers";
import { HELPED_COOKIE } from "@/features/help/help-store";
import { LanguageGate } from "@/features/language/language-gate";
import { Shell } from "@/features/shell/shell";
import { readDeployment } from "@/lib/deployment";
import { readRuntimeConfig } from "@/lib/runtime-config";
import { readVersion } from "@/lib/version";
import "./globals.css";

const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist",
  weight: "100 900",
  display: "swap",
});

const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  display: "swap",
  preload: false,
});

export const metadata: Metadata = {
  title: `${common.product} · ${common.tagline}`,
  description: common.description,
  applicationName: common.product,
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#121316" },
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  const isHelped = (await cookies()).has(HELPED_COOKIE);
  const runtime = readRuntimeConfig();
  const deployment = await readDeployment(runtime.chainId);
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <body>
        <ThemeProvider
          attribute="data-theme"
          defaultTheme="dark"
          enableSystem={false}
          nonce={nonce}
          disableTransitionOnChange
        >
          <DataProviders runtime={{ ...runtime, deployment, version: await readVersion() }}>
            <LanguageGate>
              <Shell isHelped={isHelped}>{children}</Shell>
            </LanguageGate>
          </DataProviders>
        </ThemeProvider>
      </body>
    </html>
  );
}
