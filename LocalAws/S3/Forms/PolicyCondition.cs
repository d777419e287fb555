namespace LocalAws.S3.Forms;

/// <summary>What a policy demands of one field: <c>eq</c> or <c>starts-with</c>.</summary>
internal sealed record PolicyCondition(string Operator, string Field, string Value)
{
    public bool IsKnown => Operator is "eq" or "starts-with";

    // A field that was not sent is as good as empty.
    public bool Holds(IReadOnlyDictionary<string, string> fields)
    {
        var sent = fields.GetValueOrDefault(Field, "");
        return Operator == "eq" ? sent == Value : sent.StartsWith(Value, StringComparison.Ordinal);
    }

    public override string ToString() => $"[\"{Operator}\", \"${Field}\", \"{Value}\"]";
}
