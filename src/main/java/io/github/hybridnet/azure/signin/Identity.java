package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in.
 *
 * @param credential gives tokens
 * @param name as shown to users, and where it came from
 * @param tenant the tenant, or null when only the sign-in will tell
 */
public record Identity(TokenCredential credential, Sourced name, @Nullable Sourced tenant) {}
