class BetaX extends shared_1.PolicyStatement {
    constructor(sid) {
        super(sid);
        this.servicePrefix = 'beta-x';
    }
    toAssociateIt() {
        return this.to('AssociateIt');
    }
    toPutTopicPolicy() {
        return this.to('PutTopicPolicy');
    }
}
