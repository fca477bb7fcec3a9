/** From the parameters of a goal and the settings of Maven to a cloud that is signed in to. */
@NullMarked
package io.github.hybridnet.maven.setup;

import org.jspecify.annotations.NullMarked;
