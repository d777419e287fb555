namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that can be named before it is known.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The name of the value, such as <c>{api.bindings.http.url}</c>.</summary>
    string ValueExpression { get; }
}
