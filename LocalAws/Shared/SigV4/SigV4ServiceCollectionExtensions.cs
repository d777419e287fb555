using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LocalAws.Shared.SigV4;

/// <summary>Registers signing and verification with the key pair of the configuration, validated at start.</summary>
public static class SigV4ServiceCollectionExtensions
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds the <see cref="SigV4Verifier"/> of a service.</summary>
        /// <param name="service">The service of the credential scope: <c>s3</c>, <c>rekognition</c>, <c>lambda</c>.</param>
        public IServiceCollection AddSigV4Verifier(string service)
        {
            return services.AddAwsKeyPair().AddSingleton(provider => new SigV4Verifier(
                service, provider.GetRequiredService<IOptions<AwsKeyPair>>(), provider.GetRequiredService<TimeProvider>()));
        }

        /// <summary>Adds the <see cref="SigV4Signer"/>.</summary>
        public IServiceCollection AddSigV4Signer()
        {
            services.AddAwsKeyPair().TryAddSingleton<SigV4Signer>();
            return services;
        }

        private IServiceCollection AddAwsKeyPair()
        {
            services.TryAddSingleton(TimeProvider.System);
            if (services.Any(service => service.ImplementationType == typeof(AwsKeyPairValidation)))
            {
                return services;
            }

            services.AddSingleton<IValidateOptions<AwsKeyPair>, AwsKeyPairValidation>();
            services.AddOptions<AwsKeyPair>().Configure<IConfiguration>(Read).ValidateOnStart();
            return services;
        }
    }

    private static void Read(AwsKeyPair keys, IConfiguration configuration)
    {
        keys.AccessKeyId = configuration["AWS_ACCESS_KEY_ID"] ?? keys.AccessKeyId;
        keys.SecretAccessKey = configuration["AWS_SECRET_ACCESS_KEY"] ?? keys.SecretAccessKey;
        keys.Region = configuration["AWS_REGION"] ?? keys.Region;
    }
}
