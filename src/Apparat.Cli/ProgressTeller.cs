using System.Globalization;
using System.Text.Json;
using Apparat.Simulation;

namespace Apparat.Cli;

/// <summary>
/// Tells on standard error how far the histories have come: whenever another hundredth is done, and when another world begins; and what is done
/// when they are all there.
/// </summary>
internal abstract class ProgressTeller : IProgress<EnsembleProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private long _told = -1;
    private (long Total, int Of) _stage;

    /// <summary>What was asked for; on a terminal a bar, elsewhere nothing.</summary>
    public static ProgressTeller Of(string? how) =>
        (how ?? (Terminal.Moves ? "bar" : "none")) switch
        {
            "json" => new Lines(),
            "bar" => new Bar(),
            _ => new Silence(),
        };

    public void Report(EnsembleProgress value)
    {
        var hundredth = (value.Number * 1000L) + (value.Total == 0 ? 100 : 100 * value.Done / value.Total);
        if (hundredth <= Volatile.Read(ref _told) && (value.Total, value.Of) == _stage)
            return;
        lock (_lock)
        {
            // A study that knows only now what else it needs begins to count anew.
            if ((value.Total, value.Of) != _stage)
            {
                _stage = (value.Total, value.Of);
                Volatile.Write(ref _told, -1);
            }
            if (hundredth <= _told)
                return;
            Volatile.Write(ref _told, hundredth);
            Tell(value);
        }
    }

    public virtual void Dispose() { }

    /// <summary>Tells of work that is no history: reading the answers, drawing the page.</summary>
    public abstract void Now(string work);

    protected abstract void Tell(EnsembleProgress value);

    private sealed class Silence : ProgressTeller
    {
        public override void Now(string work) { }

        protected override void Tell(EnsembleProgress value) { }
    }

    private sealed class Lines : ProgressTeller
    {
        public override void Now(string work) =>
            Terminal.Say(JsonSerializer.Serialize(new { schema = "apparat/progress/1", now = work }, Terminal.OneLine));

        protected override void Tell(EnsembleProgress value) =>
            Terminal.Say(
                JsonSerializer.Serialize(
                    new
                    {
                        schema = "apparat/progress/1",
                        done = value.Done,
                        total = value.Total,
                        world = value.World,
                        number = value.Number,
                        of = value.Of,
                    },
                    Terminal.OneLine
                )
            );
    }

    private sealed class Bar : ProgressTeller
    {
        private const int Width = 24;

        public override void Now(string work) => Console.Error.Write($"\r{work} ...\u001b[K");

        protected override void Tell(EnsembleProgress value)
        {
            var full = value.Total == 0 ? Width : (int)(Width * value.Done / value.Total);
            var worlds =
                value.Of == 1
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $", world {value.Number} of {value.Of}: {Short(value.World)}");
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"[{new string('#', full)}{new string('.', Width - full)}] {value.Done} of {value.Total} histories{(value.Done == value.Total ? ", reading the answer" : worlds)}"
            );
            Console.Error.Write($"\r{line}\u001b[K");
        }

        public override void Dispose() => Console.Error.Write("\r\u001b[K");

        private static string Short(string world) => world.Length <= 32 ? world : world[..29] + "...";
    }
}
