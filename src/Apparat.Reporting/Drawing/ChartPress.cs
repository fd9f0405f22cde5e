using Jint;

namespace Apparat.Reporting;

/// <summary>
/// Draws charts as SVG with Apache ECharts, run inside the program: no browser, no clock, no network, and the same chart gives the same bytes.
/// Colours are the page's ink (<c>currentColor</c>) and paper (<c>--paper</c>), so that a picture also stands alone in a file.
/// </summary>
public sealed class ChartPress : IDisposable
{
    /// <summary>Width of a chart on a page or in print, in pixels.</summary>
    public const int Wide = 720;

    /// <summary>Width of a chart on a phone, in pixels.</summary>
    public const int Narrow = 350;

    private static readonly Lazy<Prepared<Acornima.Ast.Script>> Bundle = new(() => Engine.PrepareScript(Resource.Text("charts.js")));
    private readonly Engine _engine = new();

    /// <summary>A press with its scripts loaded; not for use by several threads at once.</summary>
    public ChartPress()
    {
        // The library asks for timers for animation and pointing, which a still picture has not.
        _engine.Execute("globalThis.setTimeout = () => 0; globalThis.clearTimeout = () => {};");
        _engine.Execute(Bundle.Value);
    }

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Its width in pixels; the height follows from what it holds.</param>
    /// <param name="id">A short name, unique on the page.</param>
    /// <returns>An SVG element with its title and its description for those who cannot see it.</returns>
    public string Draw(Chart chart, int width, string id)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentException.ThrowIfNullOrEmpty(id);
        var kind = chart.GetType().Name;
        var drawn = _engine.Invoke("draw", char.ToLowerInvariant(kind[0]) + kind[1..], chart.Drawing.ToJsonString(), width, id).AsString();
        var head = drawn.IndexOf('>', StringComparison.Ordinal);
        var box = ViewBoxOf(drawn[..head]);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{box}\" role=\"img\" aria-label=\"{Markup.Escape(chart.Alt)}\">\n<title>{Markup.Escape(chart.Title)}</title>{drawn[(head + 1)..]}\n";
    }

    /// <summary>Draws a chart for a file of its own, legible on white paper.</summary>
    public string Figure(Chart chart, string id)
    {
        var svg = Draw(chart, Wide, id);
        var box = ViewBoxOf(svg[..svg.IndexOf('>', StringComparison.Ordinal)]).Split(' ');
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + svg.Replace(
                " role=\"img\"",
                $" width=\"{box[2]}\" height=\"{box[3]}\" color=\"#1d1b18\" role=\"img\"",
                StringComparison.Ordinal
            );
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static string ViewBoxOf(string head)
    {
        const string name = "viewBox=\"";
        var from = head.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return head[from..head.IndexOf('"', from)];
    }
}
