using System.CommandLine;
using System.CommandLine.Parsing;
using Iris.Deployment;
using Iris.Deployment.Releases;

namespace Iris.Ops.Deploying;

/// <summary>The options that deploy, diff, rollback and destroy share.</summary>
internal static class DeployArguments
{
    public static readonly Option<string> Stack = new("--stack", "-s") { Description = "The name of the stack.", Required = true };

    public static readonly Option<Dictionary<string, string>> Parameters = new("--parameter", "-p")
    {
        Description = "A parameter of the template, as Name=Value; may be repeated. What is not said stays as it is.",
        CustomParser = Pairs,
        DefaultValueFactory = static _ => [],
        HelpName = "Name=Value",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static readonly Option<string> Packages = Folder(
        "--packages", "Where the functions' zips are.", "artifacts", "package", "arm64");

    public static readonly Option<string> Site = Folder("--site", "Where the static export is.", "WebFrontend", "out");

    public static readonly Option<string> Template = Folder("--template", "The template.", "cloudformation", "app.yaml");

    public static readonly Option<string?> GitHub = new("--github")
    {
        Description =
            "OWNER/NAME of the repository whose workflows may deploy; asked for only by the first deployment. Default: the clone's origin.",
    };

    public static DeploymentInput Input(ParseResult arguments) =>
        new(arguments.GetValue(Template)!, arguments.GetValue(Packages)!, arguments.GetValue(Site)!);

    private static Option<string> Folder(string name, string description, params string[] parts) =>
        new(name) { Description = description, DefaultValueFactory = _ => Checkout.PathOf(parts) };

    private static Dictionary<string, string> Pairs(ArgumentResult result)
    {
        Dictionary<string, string> pairs = [];

        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is [{ Length: > 0 } name, var value])
            {
                pairs[name] = value;
            }
            else
            {
                result.AddError($"'{token.Value}' is not of the form Name=Value.");
            }
        }

        return pairs;
    }
}
