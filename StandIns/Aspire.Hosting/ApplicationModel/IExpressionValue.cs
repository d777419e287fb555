namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that may stand in an environment variable, an argument or an interpolated expression.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
