using System.Diagnostics;

namespace Apparat.Reporting;

/// <summary>Prints pages to PDF with the Chromium of the machine, where there is one.</summary>
public static class Chromium
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome.exe",
        "msedge.exe",
    ];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What to do where there is none.</summary>
    public const string HowToInstall = "Install it (Debian: apt-get install chromium) or give its path in APPARAT_CHROMIUM.";

    /// <summary>The path of the Chromium of this machine; null if none is found.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("APPARAT_CHROMIUM") is { Length: > 0 } given)
            return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(n => folders.Select(f => Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }

    /// <summary>Prints a page that lies in a file.</summary>
    /// <param name="chromium">The browser, from <see cref="Find"/>.</param>
    /// <param name="page">The page.</param>
    /// <param name="pdf">Where to put the PDF.</param>
    /// <param name="cancel">Ends the browser.</param>
    /// <exception cref="IOException">The browser wrote nothing.</exception>
    public static async Task Print(string chromium, string page, string pdf, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(chromium);
        // A profile of its own, so that it neither meets nor touches the reader's browser.
        var profile = Directory.CreateTempSubdirectory("apparat-print-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            string[] arguments =
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--no-pdf-header-footer",
                $"--user-data-dir={profile}",
                $"--print-to-pdf={Path.GetFullPath(pdf)}",
                new Uri(Path.GetFullPath(page)).AbsoluteUri,
            ];
            using var browser = Process.Start(
                new ProcessStartInfo(chromium, arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            try
            {
                var said = browser.StandardError.ReadToEndAsync(limit.Token);
                await browser.WaitForExitAsync(limit.Token).ConfigureAwait(false);
                if (browser.ExitCode != 0 || !File.Exists(pdf))
                    throw new IOException($"Chromium printed nothing: {(await said.ConfigureAwait(false)).Trim()}");
            }
            finally
            {
                if (!browser.HasExited)
                    browser.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
