/** validation.rules.securitygroup. */
@NullMarked
package io.github.hybridnet.validation.rules.securitygroup;

import org.jspecify.annotations.NullMarked;
