namespace Apparat.Model;

/// <summary>Who joins against whom: rival theories behind one port.</summary>
public abstract record AllianceRule : Word
{
    /// <summary>How sharply loyalties are read as following: a softmax of them with this temperature; 0 counts each member for the head he follows.</summary>
    public virtual double Temperature(Situation now) => 0.2;

    /// <summary>Writes how threatening each contender looks to each other, before sides are taken.</summary>
    public abstract void Perceive(Rivalry now);

    /// <summary>Writes, for each contender, 1 if he stands in the bloc, -1 if he is its target, 0 if he stays aloof.</summary>
    public abstract void Sides(Rivalry now, Span<sbyte> side);
}
