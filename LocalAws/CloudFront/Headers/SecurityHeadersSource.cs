using System.Text.Json;
using LocalAws.Shared.CloudFormation;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront.Headers;

/// <summary>Reads the security headers from the template that CloudFront gets them from, so that the two cannot drift.</summary>
internal static class SecurityHeadersSource
{
    private const string PolicyId = "SecurityHeaders";
    private const string BucketId = "ImageBucket";

    // A template takes an issuer with https alone, and one on this machine has none.
    private const string AnyIssuer = "https://issuer.invalid";

    private static readonly JsonSerializerOptions s_json = new() { RespectRequiredConstructorParameters = true };

    public static SecurityHeaders Read(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<CloudFrontOptions>>().Value;
        var template = Template.Load(options.TemplatePath);
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            Region = options.Region,
            Parameters = Parameters(options.SignIn),
            PhysicalIds = new Dictionary<string, string> { [BucketId] = options.BucketName },
        });
        try
        {
            var policy = evaluator.Properties(PolicyId, "AWS::CloudFront::ResponseHeadersPolicy")
                .Deserialize<ResponseHeadersPolicy>(s_json)!;
            return policy.ToSecurityHeaders(text => LocalContentSecurityPolicy.Of(text, options)).Replace(AnyIssuer, options.SignIn?.Issuer);
        }
        catch (JsonException exception)
        {
            throw new TemplateException(template.Name, template.Resources[PolicyId].Line, $"{PolicyId}: {exception.Message.TrimEnd('.')}");
        }
    }

    private static Dictionary<string, string> Parameters(SignInOptions? signIn) => signIn is null ? [] : new()
    {
        ["OidcIssuer"] = AnyIssuer,
        ["OidcAudience"] = signIn.Audience,
        ["OidcClientId"] = signIn.ClientId,
    };
}
