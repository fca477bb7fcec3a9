package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.Sourced;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in.
 *
 * @param credentials makes what gives tokens; each has its own memory of them
 * @param name as shown to users, and where it came from
 * @param tenant the tenant, or null when only the sign-in will tell
 * @param basis what it signs in with
 */
public record Identity(
    Supplier<TokenCredential> credentials,
    Sourced name,
    @Nullable Sourced tenant,
    SignInBasis basis) {}
