package io.github.hybridnet.simulator;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.network.NetworkManager;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.time.OffsetDateTime;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The Azure SDK for Java with nothing set, as a client of a simulator. */
public final class JavaSdkClient {
  private JavaSdkClient() {}

  public static NetworkManager of(SimulatorAccess access) throws Exception {
    String endpoint = access.endpoint().toString();
    AzureEnvironment environment =
        new AzureEnvironment(
            Map.of(
                "resourceManagerEndpointUrl", endpoint,
                "activeDirectoryEndpointUrl", endpoint,
                "managementEndpointUrl", endpoint));
    SimulatorCredentials credentials = access.credentials();
    TokenCredential anything =
        request -> Mono.just(new AccessToken("any", OffsetDateTime.now().plusHours(1)));
    return NetworkManager.configure()
        .withHttpClient(
            new JdkHttpClientBuilder(
                    java.net.http.HttpClient.newBuilder()
                        .sslContext(PemTrustStore.in(access.caCertificate())))
                .build())
        .authenticate(
            anything,
            new AzureProfile(credentials.tenantId(), credentials.subscriptionId(), environment));
  }
}
