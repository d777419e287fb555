using System.ComponentModel.DataAnnotations;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// The section <c>Lambda:HttpApi</c>: who signs the tokens that writing routes ask for, as the parameters <c>OidcIssuer</c> and
/// <c>OidcAudience</c> of the template say it on AWS. Without an issuer there is one route, <c>$default</c>, and it is open.
/// </summary>
internal sealed class HttpApiOptions : IValidatableObject
{
    public const string Section = "Lambda:HttpApi";

    /// <summary>The issuer. It need not be https here.</summary>
    public Uri? Issuer { get; set; }

    /// <summary>Whom the tokens are for.</summary>
    public string? Audience { get; set; }

    /// <summary>The CloudFormation template whose routes there are when there is an issuer.</summary>
    public string TemplatePath { get; set; } = Path.Combine(AppContext.BaseDirectory, "app.yaml");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Issuer is { IsAbsoluteUri: false } or { IsAbsoluteUri: true, Scheme: not ("http" or "https") })
        {
            yield return new($"{Section}:{nameof(Issuer)} is no http(s) URL.", [nameof(Issuer)]);
        }

        if (Issuer is null != Audience is null)
        {
            yield return new($"{Section}:{nameof(Audience)} goes with the issuer.", [nameof(Audience)]);
        }
    }
}
