using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Iris.AppHost;

/// <summary>What the command line asks for. What is not known here is left to Aspire.</summary>
internal sealed partial class Arguments
{
    // What marks the certificate that `dotnet dev-certs https` makes, and that Kestrel finds by itself.
    private const string DevelopmentCertificate = "1.3.6.1.4.1.311.84.1.1";

    private static readonly Option<bool> s_ephemeral = new("--ephemeral")
    {
        Description = "Keep all state in a temporary folder that goes when the application ends.",
    };

    private static readonly Option<string?> s_data = new("--data")
    {
        Description = "Keep all state in a folder. [default: .data of the repository]",
        HelpName = "FOLDER",
    };

    private static readonly Option<bool> s_lambda = new("--lambda")
    {
        Description = "Run both functions as AWS runs them, Native AOT, and the API behind an HTTP API. "
            + "[default: the API on Kestrel, the processor as it was built]",
    };

    private static readonly Option<bool> s_signIn = new("--sign-in")
    {
        Description = "Let only those upload and delete who have signed in, with an OpenID provider on this machine that knows two people. "
            + "The API is then behind an HTTP API, which checks their tokens.",
    };

    private static readonly Option<bool> s_aws = new("--aws")
    {
        Description = "Create or update a stack of cloudformation/dev.yaml in an AWS account, and use its bucket and table. "
            + "Credentials, profile and region are looked for as every AWS tool does: AWS_PROFILE, AWS_REGION, … "
            + "The stack is kept when the application ends; it costs money while it holds something.",
    };

    private static readonly Option<string> s_stack = new("--stack")
    {
        Description = "With --aws, the name of the stack.",
        HelpName = "NAME",
        DefaultValueFactory = static _ => StackOf(Environment.UserName),
    };

    private static readonly Option<string> s_frontend = new Option<string>("--frontend")
    {
        Description = "Serve the site from a development server with hot reload, or its export as on AWS.",
        DefaultValueFactory = static _ => "dev",
    }.AcceptOnlyFromAmong("dev", "static");

    private static readonly Option<int?> s_sitePort = Port("--site-port", "The port of the site. [default: 8080]");
    private static readonly Option<int?> s_dashboardPort = Port("--dashboard-port", "The port of the Aspire dashboard. [default: 18888]");
    private static readonly Option<int?> s_httpsPort = Port("--https-port",
        "Serve the site by HTTPS and HTTP/2 as well, as CloudFront does, with the development certificate of ASP.NET Core "
        + "(dotnet dev-certs https).");

    private static readonly RootCommand s_command = Create();

    private readonly ParseResult _parsed;

    private Arguments(ParseResult parsed) => _parsed = parsed;

    public bool Ephemeral => _parsed.GetValue(s_ephemeral);

    public string? Data => _parsed.GetValue(s_data);

    public bool Lambda => _parsed.GetValue(s_lambda);

    public bool SignIn => _parsed.GetValue(s_signIn);

    public bool Aws => _parsed.GetValue(s_aws);

    public string Stack => _parsed.GetValue(s_stack)!;

    public bool StaticFrontend => _parsed.GetValue(s_frontend) is "static";

    public int? SitePort => _parsed.GetValue(s_sitePort);

    public int? HttpsPort => _parsed.GetValue(s_httpsPort);

    public int? DashboardPort => _parsed.GetValue(s_dashboardPort);

    /// <summary>What is wrong with the arguments, if anything.</summary>
    public IEnumerable<string> Errors =>
    [
        .. _parsed.Errors.Select(static error => error.Message),
        .. UnknownArguments.Errors(_parsed.UnmatchedTokens, [.. s_command.Options.Select(static option => option.Name)]),
    ];

    public static Arguments Parse(IReadOnlyList<string> args) => new(s_command.Parse(args));

    /// <summary>Prints what was asked for, or what is wrong, and answers the exit code; null when the application is to run.</summary>
    public int? Explain()
    {
        if (Errors.ToArray() is [_, ..] errors)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, errors));
            return 2;
        }

        return _parsed.Action is null ? null : _parsed.Invoke();
    }

    /// <summary>
    /// The name of a developer's stack, of the letters that CloudFormation allows. What a name loses by that, a digest of it makes up for.
    /// </summary>
    internal static string StackOf(string user)
    {
        var name = NotInStackNames().Replace(user, "-").Trim('-').ToLowerInvariant();
        if (user.All(char.IsAscii) && name is not "")
        {
            return $"iris-dev-{name}";
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user)))[..8];
        return name is "" ? $"iris-dev-{digest}" : $"iris-dev-{name}-{digest}";
    }

    private static RootCommand Create()
    {
        var command = new RootCommand(
            """
            Starts Iris on this machine: the site, the API, the processor, and what stands for the AWS services that they use.
            With --aws they use S3, DynamoDB and Rekognition of an AWS account instead.

            Ports in use: site 8080, its development server 3000, API 8081, S3 9000, Lambda 9001, Rekognition 9002,
            OpenID 9003, DynamoDB 8000, dashboard 18888, telemetry (OTLP) 4317.
            """)
        {
            s_ephemeral, s_data, s_lambda, s_signIn, s_aws, s_stack, s_frontend, s_sitePort, s_httpsPort, s_dashboardPort,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(static given =>
        {
            var isKeptTwice = given.GetResult(s_ephemeral) is not null && given.GetResult(s_data) is not null;
            Refuse(given, isKeptTwice, "--ephemeral and --data exclude each other.");
            Refuse(given, given.GetResult(s_aws) is null && given.GetResult(s_stack) is { Implicit: false }, "--stack is for --aws.");
            Refuse(given, given.GetResult(s_lambda) is not null && !Functions.CanBePublished, Functions.HowToPublish);
            Refuse(
                given,
                given.GetResult(s_httpsPort)?.Tokens is [var port] && IsPort(port.Value, out _) && !HasDevelopmentCertificate(),
                "--https-port needs ASP.NET Core's development certificate, and no valid one is there. Make it: dotnet dev-certs https");
        });
        s_data.Validators.Add(static given => Refuse(given, given.Tokens is [{ Value: ['-', ..] }], "--data needs a folder."));
        s_stack.Validators.Add(static given => Refuse(
            given,
            given.Tokens is [var name] && !StackName().IsMatch(name.Value),
            "--stack needs a name: a letter, then letters, digits and hyphens, up to 128."));
        return command;
    }

    private static void Refuse(SymbolResult given, bool isWrong, string error)
    {
        if (isWrong)
        {
            given.AddError(error);
        }
    }

    private static Option<int?> Port(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PORT",
        CustomParser = given =>
        {
            if (IsPort(given.Tokens.Single().Value, out var port))
            {
                return port;
            }

            given.AddError($"{name} needs a port, 1 to 65535.");
            return null;
        },
    };

    private static bool IsPort(string text, out ushort port) => ushort.TryParse(text, out port) && port > 0;

    private static bool HasDevelopmentCertificate()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return (
            from certificate in store.Certificates.Find(X509FindType.FindByTimeValid, DateTime.Now, validOnly: false)
            where certificate.HasPrivateKey
            from extension in certificate.Extensions
            select extension.Oid?.Value).Contains(DevelopmentCertificate);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,127}$")]
    private static partial Regex StackName();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInStackNames();
}
