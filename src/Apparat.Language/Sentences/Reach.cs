namespace Apparat.Language;

/// <summary>How far a sentence could be read, and what could have come there.</summary>
internal sealed class Reach
{
    public int Token { get; private set; } = -1;

    public List<(string Text, bool IsSlot, Type? Slot)> Expected { get; } = [];

    public void Expect(int token, string text, Type? slot)
    {
        if (token < Token)
            return;
        if (token > Token)
            Expected.Clear();
        Token = token;
        if (!Expected.Exists(e => e.Text == text))
            Expected.Add((text, slot is not null, slot));
    }

    /// <summary>Takes over what another attempt reached, if it got past its start.</summary>
    public void Join(Reach other, int start)
    {
        if (other.Token <= start)
            return;
        foreach (var (text, _, slot) in other.Expected)
            Expect(other.Token, text, slot);
    }
}
