using LocalAws.Lambda.Failures;

namespace LocalAws.Lambda.AsyncEvents;

internal static class AsyncEventsExtensions
{
    public static void AddAsyncEvents(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FailureStore>();
        builder.Services.AddSingleton<EventDelivery>();
        builder.Services.AddSingleton<EventQueue>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EventQueue>());
    }
}
