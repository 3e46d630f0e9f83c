package cn.yigongti.platform.test.servers;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The self type that {@link GenericContainer} asks for. */
final class Container extends GenericContainer<Container> {

	Container(String image) {
		super(DockerImageName.parse(image));
	}

}
