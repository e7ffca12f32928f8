class Alpha extends shared_1.PolicyStatement {
    constructor(sid) {
        super(sid);
        this.servicePrefix = 'alpha';
    }
    toCreateThing() {
        return this.to('CreateThing');
    }
    toGetThing() {
        return this.to('getThing');
    }
    toListThings() {
        return this.to('ListThings');
    }
    toTagThing() {
        return this.to('TagThing');
    }
}
