namespace Amazon.Lambda.Core;

/// <summary>The app that called the function through the AWS Mobile SDK.</summary>
public interface IClientContext
{
    /// <summary>The device.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The app.</summary>
    IClientApplication Client { get; }

    /// <summary>What the app adds.</summary>
    IDictionary<string, string> Custom { get; }
}

/// <summary>An app on a device.</summary>
public interface IClientApplication
{
    /// <summary>The name of its package.</summary>
    string AppPackageName { get; }

    /// <summary>Its title.</summary>
    string AppTitle { get; }

    /// <summary>The code of its version.</summary>
    string AppVersionCode { get; }

    /// <summary>The name of its version.</summary>
    string AppVersionName { get; }

    /// <summary>Which installation of it.</summary>
    string InstallationId { get; }
}

/// <summary>Who is signed in to the app, by Amazon Cognito.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity.</summary>
    string IdentityId { get; }

    /// <summary>The pool that the identity is in.</summary>
    string IdentityPoolId { get; }
}
