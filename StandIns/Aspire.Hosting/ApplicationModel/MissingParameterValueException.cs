namespace Aspire.Hosting.ApplicationModel;

/// <summary>A parameter has neither a value in the configuration nor a default.</summary>
public sealed class MissingParameterValueException(string message) : DistributedApplicationException(message);
