using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Shared;

/// <summary>
/// The AWS account that is this machine: its only key pair, its region, and where its services listen when they are started by hand or by
/// the AppHost. The launch settings of the services say the same, which a test holds.
/// </summary>
public static class LocalAccount
{
    /// <summary>The account's number, as ARNs name it.</summary>
    public const string Id = "000000000000";

    /// <summary>The region of every service.</summary>
    public const string Region = "us-east-1";

    /// <summary>The name of the key pair.</summary>
    public const string AccessKeyId = "local";

    /// <summary>The secret of the key pair. It opens nothing but what listens on this machine.</summary>
    public const string SecretAccessKey = "localsecret";

    /// <summary>A client of LocalAws.Lambda, signed for with the local keys; to be disposed of.</summary>
    /// <param name="address">Where it listens.</param>
    public static HttpClient ConnectToLambda(Uri address)
    {
        var signer = new SigV4Signer(Options.Create(AwsKeyPair.Local), TimeProvider.System);
        var direct = new SocketsHttpHandler { UseProxy = false };
        return new HttpClient(new SigV4Handler(signer, "lambda") { InnerHandler = direct }) { BaseAddress = address };
    }

    /// <summary>Where LocalAws.CloudFront listens, and with it the site.</summary>
    public static Uri CloudFront { get; } = new("http://localhost:8080");

    /// <summary>Where dynalite listens.</summary>
    public static Uri DynamoDB { get; } = new("http://127.0.0.1:8000");

    /// <summary>Where LocalAws.S3 listens.</summary>
    public static Uri S3 { get; } = new("http://127.0.0.1:9000");

    /// <summary>Where LocalAws.Lambda listens.</summary>
    public static Uri Lambda { get; } = new("http://127.0.0.1:9001");

    /// <summary>Where LocalAws.Rekognition listens.</summary>
    public static Uri Rekognition { get; } = new("http://127.0.0.1:9002");

    /// <summary>Where the OpenID provider listens, and who it says it is.</summary>
    public static Uri OpenId { get; } = new("http://127.0.0.1:9003");
}
