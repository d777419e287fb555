namespace Aspire.Hosting.AWS;

/// <summary>Something in the account could not be made ready; the message says why, and what to do.</summary>
public class AWSProvisioningException(string message, Exception? innerException = null) : Exception(message, innerException);
