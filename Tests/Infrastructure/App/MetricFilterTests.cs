using System.Reflection;
using System.Text.RegularExpressions;
using Iris.ImageApi.Uploads;
using Iris.ImageProcessor;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Infrastructure.App;

public sealed partial class MetricFilterTests
{
    private static readonly Type[] s_loggers = [typeof(UploadProcessor), typeof(Announcements)];

    public static TheoryData<string> Filters =>
        [.. AppTemplate.Good.Where(resource => resource.Type == "AWS::Logs::MetricFilter").Select(filter => filter.LogicalId)];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_reads_an_event_that_a_function_logs(string logicalId)
    {
        var filter = AppTemplate.Good.Single(resource => resource.LogicalId == logicalId);
        var pattern = Pattern().Match(filter.Text("Properties.FilterPattern")!);
        Assert.True(pattern.Success);
        var logger = s_loggers.Single(type => type.FullName == pattern.Groups["category"].Value);

        var message = logger.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Single(logged => logged.EventId == int.Parse(pattern.Groups["event"].Value)).Message;

        var fields = filter.Each("Properties.MetricTransformations")
            .SelectMany(made => made.Each("Dimensions").Select(dimension => dimension.Text("Value")!).Append(made.Text("MetricValue")!));
        Assert.All(fields, field => Assert.Contains($"{{{field["$.State.".Length..]}}}", message, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_one_for_how_long_an_image_takes_one_for_how_long_it_waits_and_one_for_what_is_left_of_the_day() =>
        Assert.Equal(["ProcessingTime", "QueuedTime", "DaySpent"], Filters.Select(row => row.Data));

    // { $.EventId = 2 && $.Category = "Iris.ImageProcessor.UploadProcessor" }
    [GeneratedRegex("""^\{ \$\.EventId = (?<event>\d+) && \$\.Category = "(?<category>[^"]+)" \}$""")]
    private static partial Regex Pattern();
}
