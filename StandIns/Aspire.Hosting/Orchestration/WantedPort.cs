namespace Aspire.Hosting.Orchestration;

/// <summary>A fixed port, what it is for, and how to choose another.</summary>
internal sealed record WantedPort(int Port, string Purpose, string Cure);
