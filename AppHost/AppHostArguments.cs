using System.Text.RegularExpressions;

namespace Iris.AppHost;

/// <summary>What the command line asks for.</summary>
internal sealed partial record AppHostArguments
{
    public const string Usage = """
        Starts Iris on this machine: the site, the API, the processor and stand-ins for the AWS services that they use.
        With --aws they use S3, DynamoDB and Rekognition of an AWS account instead.

          dotnet run --project AppHost [-- arguments]

          --ephemeral             keep all state in a temporary folder that goes when the application ends
          --data FOLDER           keep all state in a folder (default: .data/ of the repository)
          --lambda                run both functions as the Native AOT bootstraps that AWS runs, the API behind an HTTP API
                                  (default: the API on Kestrel, the processor as it was built)
          --aws                   create or update a stack of cloudformation/dev.yaml in an AWS account, and use its bucket and table.
                                  Credentials, profile and region are looked for as every AWS tool does: AWS_PROFILE, AWS_REGION, ...
                                  The stack is kept when the application ends; it costs money while it holds something
          --stack NAME            with --aws, the name of the stack (default: iris-dev- and the name of the user)
          --frontend dev|static   serve the site from a development server with hot reload, or its export as on AWS (default: dev)
          --site-port N           the port of the site (default: 8080)
          --https-port N          serve the site by HTTPS and HTTP/2 as well, as CloudFront does, with the development certificate
                                  of ASP.NET Core (dotnet dev-certs https)
          --dashboard-port N      the port of the Aspire dashboard (default: 18888)
          --help                  show this

        Ports in use: site 8080, its development server 3000, API 8081, S3 9000, Lambda 9001, Rekognition 9002,
        DynamoDB 8000, dashboard 18888, telemetry (OTLP) 4317.
        """;

    public bool Help { get; private init; }

    public bool Ephemeral { get; private init; }

    public string? Data { get; private init; }

    public bool Lambda { get; private init; }

    public bool Aws { get; private init; }

    public string? Stack { get; private init; }

    public bool StaticFrontend { get; private init; }

    public int? SitePort { get; private init; }

    public int? HttpsPort { get; private init; }

    public int? DashboardPort { get; private init; }

    /// <summary>What is wrong with the arguments; null when nothing is.</summary>
    public string? Error { get; private init; }

    public static AppHostArguments Parse(IReadOnlyList<string> commandLine)
    {
        string[] args = [.. commandLine.SelectMany(static arg => arg.StartsWith("--", StringComparison.Ordinal) ? arg.Split('=', 2) : [arg])];
        var parsed = new AppHostArguments();
        for (var i = 0; i < args.Length && parsed.Error is null; i++)
        {
            parsed = args[i] switch
            {
                "--help" or "-h" or "-?" => parsed with { Help = true },
                "--ephemeral" => parsed with { Ephemeral = true },
                "--data" => Value(args, ++i) is { } folder ? parsed with { Data = folder } : parsed with { Error = "--data needs a folder." },
                "--lambda" => parsed with { Lambda = true },
                "--aws" => parsed with { Aws = true },
                "--stack" => Value(args, ++i) is { } stack && StackName().IsMatch(stack) ? parsed with { Stack = stack } : parsed with { Error = "--stack needs a name: a letter, then letters, digits and hyphens, up to 128." },
                "--frontend" => Value(args, ++i) switch
                {
                    "dev" => parsed with { StaticFrontend = false },
                    "static" => parsed with { StaticFrontend = true },
                    _ => parsed with { Error = "--frontend needs dev or static." },
                },
                "--site-port" => Port(args, ++i) is { } port ? parsed with { SitePort = port } : parsed with { Error = "--site-port needs a port, 1 to 65535." },
                "--https-port" => Port(args, ++i) is { } port ? parsed with { HttpsPort = port } : parsed with { Error = "--https-port needs a port, 1 to 65535." },
                "--dashboard-port" => Port(args, ++i) is { } port ? parsed with { DashboardPort = port } : parsed with { Error = "--dashboard-port needs a port, 1 to 65535." },
                var unknown => parsed with { Error = $"Unknown argument '{unknown}'." },
            };
        }

        return parsed.Error is null ? parsed with { Error = Contradiction(parsed) } : parsed;
    }

    /// <summary>Prints what was asked for, or what is wrong; null when the application is to run.</summary>
    public int? Explain()
    {
        if (Error is null && !Help)
        {
            return null;
        }

        var output = Error is null ? Console.Out : Console.Error;
        output.WriteLine(Error is null ? Usage : $"{Error}{Environment.NewLine}{Environment.NewLine}{Usage}");
        return Error is null ? 0 : 2;
    }

    private static string? Contradiction(AppHostArguments parsed) => parsed switch
    {
        { Ephemeral: true, Data: not null } => "--ephemeral and --data exclude each other.",
        { Aws: false, Stack: not null } => "--stack is for --aws.",
        _ => (parsed.Lambda ? Bootstraps.Obstacle : null) ?? (parsed.HttpsPort is null ? null : DevelopmentCertificate.Obstacle),
    };

    private static string? Value(IReadOnlyList<string> args, int index) =>
        index < args.Count && !args[index].StartsWith('-') ? args[index] : null;

    private static int? Port(IReadOnlyList<string> args, int index) =>
        ushort.TryParse(Value(args, index), out var port) && port > 0 ? port : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,127}$")]
    private static partial Regex StackName();
}
