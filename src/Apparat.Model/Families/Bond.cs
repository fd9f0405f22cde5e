namespace Apparat.Model;

/// <summary>How ties between clients and heads come, fade and break.</summary>
public abstract record Bond : Word
{
    /// <summary>What a deed does to ties.</summary>
    public virtual void After(in Deed deed, Ties ties) { }

    /// <summary>What a month does to ties, beside fading.</summary>
    public virtual void EachTurn(Ties ties) { }

    /// <summary>The share of its strength every tie loses in a month.</summary>
    public virtual double Fading(Situation now) => 0;
}
