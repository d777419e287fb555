namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that the configuration gives (key <c>Parameters:{name}</c>).</summary>
public class ParameterResource : Resource, IResourceWithoutLifetime, IExpressionValue
{
    private readonly Lazy<string> _value;

    /// <summary>A parameter whose value is found by a callback.</summary>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : base(name)
    {
        _value = new Lazy<string>(() => callback(Default));
        Secret = secret;
    }

    /// <summary>The value when the configuration has none.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(_value.Value);
}
