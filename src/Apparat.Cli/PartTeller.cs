using System.Globalization;

namespace Apparat.Cli;

/// <summary>Tells on a terminal what part of a long calculation is done; elsewhere nothing.</summary>
internal sealed class PartTeller : IProgress<double>, IDisposable
{
    private int _told;

    public void Report(double value)
    {
        var hundredth = (int)(100 * value);
        if (!Terminal.Moves || hundredth <= _told)
            return;
        _told = hundredth;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{hundredth} %\u001b[K"));
    }

    public void Dispose()
    {
        if (_told > 0)
            Console.Error.Write("\r\u001b[K");
    }
}
