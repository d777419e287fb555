using System.Text.RegularExpressions;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Architecture;

public sealed partial class DependenciesPointOneWay
{
    private static readonly string[] s_packageStandIns = ["Amazon.Lambda", "AWSSDK.Rekognition"];

    [Fact]
    public void The_domain_references_no_project_of_ours() =>
        Assert.Empty(Project.Named("Catalog").Projects);

    [Fact]
    public void Imaging_knows_no_AWS() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Repository.PathOf("ImageProcessor", "Imaging"), "*.cs", SearchOption.AllDirectories),
            path => AwsOrDomain().IsMatch(File.ReadAllText(path)));

    [Fact]
    public void The_catalog_knows_no_ASP_NET() =>
        Assert.DoesNotContain("Microsoft.AspNetCore.App", Project.Named("Catalog").Frameworks);

    [Theory]
    [InlineData("ImageApi")]
    [InlineData("ImageProcessor")]
    public void A_service_stands_on_the_domain_the_defaults_and_package_stand_ins_alone(string name) =>
        Assert.Empty(Project.Named(name).Projects.Except(["Catalog", "ServiceDefaults", .. s_packageStandIns]));

    [Theory]
    [InlineData("AppHost")]
    [InlineData("Catalog")]
    [InlineData("ImageApi")]
    [InlineData("ImageProcessor")]
    [InlineData("Seed")]
    [InlineData("ServiceDefaults")]
    public void Nothing_outside_LocalAws_names_a_LocalAws_type(string name) =>
        Assert.DoesNotContain(
            Project.Named(name).SourceFiles(),
            path => LocalAwsType().IsMatch(File.ReadAllText(path)));

    [Fact]
    public void Package_stand_ins_know_nothing_of_what_uses_them() =>
        Assert.All(s_packageStandIns.Concat(["Aspire.Hosting.AWS", "Aspire.Hosting.JavaScript"]), name => Assert.Empty(Project.Named(name).Projects));

    [GeneratedRegex(@"using\s+(Amazon|Iris\.Catalog)\b|\bAmazon\.\w+")]
    private static partial Regex AwsOrDomain();

    // "Projects.LocalAws_S3" is metadata made from a project's name, and so is the telemetry source "LocalAws.*": neither is a type.
    [GeneratedRegex(@"using\s+LocalAws\.|(?<![""\w])LocalAws\.\w+\.\w+")]
    private static partial Regex LocalAwsType();
}
