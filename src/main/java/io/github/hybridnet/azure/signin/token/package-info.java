/** azure.signin.token. */
@NullMarked
package io.github.hybridnet.azure.signin.token;

import org.jspecify.annotations.NullMarked;
