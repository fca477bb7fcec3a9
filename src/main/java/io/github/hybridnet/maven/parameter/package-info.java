/** maven.parameter. */
@NullMarked
package io.github.hybridnet.maven.parameter;

import org.jspecify.annotations.NullMarked;
